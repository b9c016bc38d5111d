import { describeInBrowser } from '../../support/browser.js';
import { accessibilityOfPages } from './accessibility.flow.js';
import { registerClerk } from './clerk.flow.js';
import { choosingByMouse } from './choosing-by-mouse.flow.js';
import { fromWorkListToFacility } from './from-work-list-to-facility.flow.js';
import { peopleOverScores } from './people.flow.js';
import { matchReview } from './matching.flow.js';
import { printing } from './printing.flow.js';
import { signingInAtAnIssuer } from './signing-in-at-an-issuer.flow.js';
import { clearStage, setStage, type Stage } from './stage.js';

// One service and one browser for all flows: starting them takes longer than most flows do.
describeInBrowser('pages in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => clearStage(stage));

  fromWorkListToFacility(() => stage);
  choosingByMouse(() => stage);
  accessibilityOfPages(() => stage);
  registerClerk(() => stage);
  peopleOverScores(() => stage);
  matchReview(() => stage);
  printing(() => stage);
  signingInAtAnIssuer(() => stage);
});
