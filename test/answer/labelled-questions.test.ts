import { gateLabelledQuestions } from '../support/labelled-gate.ts';
import { planSets } from '../support/plan-sets.ts';

/** The three smaller sets on every run; the others wait for `npm run test:slow`. */
gateLabelledQuestions(planSets.filter(({ name }) => ['seed', 'transport', 'county-report'].includes(name)));
