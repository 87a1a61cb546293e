import { gateLabelledQuestions } from '../support/labelled-gate.ts';
import { planSets } from '../support/plan-sets.ts';

gateLabelledQuestions(planSets.filter(({ name }) => !['seed', 'transport', 'county-report'].includes(name)));
