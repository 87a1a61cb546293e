import { gateLabelledQuestions, recently } from '../support/labelled-gate.ts';
import { planSets } from '../support/plan-sets.ts';

const given = ['seed', 'transport', 'county-report'];
gateLabelledQuestions(planSets.filter(({ name, recent }) => !recent && !given.includes(name)));
gateLabelledQuestions(
  planSets.filter(({ recent }) => recent),
  recently,
);
