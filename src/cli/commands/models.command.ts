import { dayInDenmark } from '../../domain/shared/day.js';
import { ModelRegistry } from '../../risk/model-registry.service.js';
import { RiskService } from '../../risk/risk.service.js';
import { WrongUsage, type Command } from '../command.js';

export const modelsCommand: Command = {
  name: 'models',
  usage: 'models <task> [--version N] [--against N] [--by NAME] [--reason TEXT] [--json]',
  summary:
    'list the versions of the models, tell and compare them or their cards, approve one or roll it back',
  options: {
    version: { type: 'string' },
    against: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: ['task'],
  needsDatabase: true,
  async run([task], options, { services, print, onProgress }) {
    const registry = services.get(ModelRegistry);
    const text = (name: string): string => (typeof options[name] === 'string' ? options[name] : '');
    const shown = async (): Promise<number> => {
      const report = await registry.report();
      const versions = report.versions.map(({ version, models }) => ({
        version,
        methods: Object.fromEntries(models.map(({ model }) => [model.authority, model.method])),
      }));
      onProgress.end();
      print(JSON.stringify({ ...report, versions }, null, options['json'] === true ? 0 : 2));
      return 0;
    };
    switch (task) {
      case 'list':
        return shown();
      case 'tell': {
        const against = options['against'] === undefined ? undefined : whole(options, 'against');
        const lines = await registry.record(whole(options, 'version'), against);
        print(options['json'] === true ? JSON.stringify(lines) : lines.join('\n'));
        return 0;
      }
      case 'card': {
        const against = options['against'] === undefined ? undefined : whole(options, 'against');
        const lines = await registry.card(whole(options, 'version'), dayInDenmark(new Date()), against);
        print(options['json'] === true ? JSON.stringify(lines) : lines.join('\n'));
        return 0;
      }
      case 'train':
        await services.get(RiskService).trainCandidate(onProgress);
        return shown();
      case 'approve':
        await registry.approve(whole(options, 'version'), text('reason'), text('by'));
        await services.get(RiskService).scoreAll(text('by'), onProgress);
        return shown();
      case 'rollback':
        await registry.rollBack(text('reason'), text('by'));
        await services.get(RiskService).scoreAll(text('by'), onProgress);
        return shown();
      default:
        throw new WrongUsage(
          `There is no "models ${task}"; use list, train, tell, card, approve or rollback`,
        );
    }
  },
};

function whole(options: Readonly<Record<string, unknown>>, name: string): number {
  const given = options[name];
  const text = typeof given === 'string' ? given : '';
  const value = Number(text);
  if (text === '' || !Number.isInteger(value))
    throw new WrongUsage(`--${name} is "${text}"; write a whole number`);
  return value;
}
