import { Transactions } from '../../../src/database/transactions.js';
import { send } from '../../support/asking.js';
import { startEmptyService } from '../../support/running-service.js';

describe('the health of the service', () => {
  it('is told to anybody, in two words, and turns bad with the database', async () => {
    const service = await startEmptyService();
    const both = async (): Promise<unknown[]> =>
      (await Promise.all(['live', 'ready'].map((name) => send(service, `/health/${name}`)))).map((answer) => [
        answer.status,
        answer.text,
      ]);
    const before = await both();

    service.app.useLogger(false);
    const database = jest.spyOn(service.app.get(Transactions), 'run');
    database.mockRejectedValue(new Error('connect ECONNREFUSED 10.1.2.3:5432'));
    const kept = await both();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const after = await both();
    const asked = database.mock.calls.length;
    await both();
    const askedAgain = database.mock.calls.length;
    await service.close();

    const isUp = [200, '{"status":"up"}'];
    expect(before).toEqual([isUp, isUp]);
    expect(kept).toEqual([isUp, isUp]);
    expect(after).toEqual([isUp, [503, '{"status":"down"}']]);
    expect([asked, askedAgain]).toEqual([1, 1]);
  });
});
