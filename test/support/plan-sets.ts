import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A plan with labelled questions (format: the README beside them). */
export interface PlanSet {
  readonly name: string;
  /** The plan's file. */
  readonly file: string;
  readonly questionsFile: string;
  /** Of the last rounds: mended for by rules of the genre only, so that it tells how a plan fares that nobody has seen. */
  readonly recent: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');
const set = (name: string, file: string, recent = false): PlanSet => ({
  name,
  file: path.join(root, file),
  questionsFile: path.join(root, 'test/plans', name, 'questions.jsonl'),
  recent,
});

export const planSets: readonly PlanSet[] = [
  set('seed', 'seeds/000_124d17cd5fdef790.txt'),
  set('transport', 'test/plans/transport/source.md'),
  set('county-report', 'test/plans/county-report/source.txt'),
  set('education', 'test/plans/education/source.txt'),
  set('health', 'test/plans/health/source.docx'),
  set('city', 'test/plans/city/source.txt'),
  set('industry', 'test/plans/industry/source.pdf'),
  set('agriculture', 'test/plans/agriculture/source.md'),
  set('district', 'test/plans/district/source.txt'),
  set('education-bureau', 'test/plans/education-bureau/source.txt'),
  set('health-commission', 'test/plans/health-commission/source.md'),
  set('industry-conference', 'test/plans/industry-conference/source.docx'),
  set('municipal-report', 'test/plans/municipal-report/source.txt'),
  set('emergency', 'test/plans/emergency/source.txt'),
  set('township', 'test/plans/township/source.docx'),
  set('culture-tourism', 'test/plans/culture-tourism/source.md'),
  set('development-report', 'test/plans/development-report/source.txt'),
  set('market-regulation', 'test/plans/market-regulation/source.txt'),
  set('housing', 'test/plans/housing/source.txt'),
  set('forestry', 'test/plans/forestry/source.docx'),
  set('county-education', 'test/plans/county-education/source.txt'),
  set('manufacturing', 'test/plans/manufacturing/source.md'),
  set('health-speech', 'test/plans/health-speech/source.txt'),
  set('prefecture-report', 'test/plans/prefecture-report/source.txt'),
  set('county-health', 'test/plans/county-health/source.docx'),
  set('education-speech', 'test/plans/education-speech/source.txt'),
  set('commerce', 'test/plans/commerce/source.txt'),
  set('development-zone', 'test/plans/development-zone/source.txt'),
  set('education-summary', 'test/plans/education-summary/source.md'),
  set('health-points', 'test/plans/health-points/source.txt'),
  set('county-work-report', 'test/plans/county-work-report/source.txt'),
  set('provincial-education', 'test/plans/provincial-education/source.md', true),
  set('industry-summary', 'test/plans/industry-summary/source.docx', true),
  set('water', 'test/plans/water/source.pdf', true),
  set('social-security', 'test/plans/social-security/source.txt', true),
  set('city-work-report', 'test/plans/city-work-report/source.txt', true),
  set('health-report', 'test/plans/health-report/source.txt', true),
  set('resource-city', 'test/plans/resource-city/source.txt', true),
  set('provincial-industry', 'test/plans/provincial-industry/source.txt', true),
  set('education-plan', 'test/plans/education-plan/source.docx', true),
  set('county-health-points', 'test/plans/county-health-points/source.md', true),
  set('education-meeting', 'test/plans/education-meeting/source.txt', true),
  set('county-health-plan', 'test/plans/county-health-plan/source.docx', true),
  set('city-industry', 'test/plans/city-industry/source.md', true),
  set('annual-report', 'test/plans/annual-report/source.txt', true),
  set('education-points', 'test/plans/education-points/source.md', true),
  set('health-conference', 'test/plans/health-conference/source.txt', true),
  set('industry-work-plan', 'test/plans/industry-work-plan/source.md', true),
  set('port-city', 'test/plans/port-city/source.txt', true),
  set('county-education-points', 'test/plans/county-education-points/source.docx', true),
  set('health-summary', 'test/plans/health-summary/source.md', true),
  set('industry-mobilization', 'test/plans/industry-mobilization/source.txt', true),
  set('mountain-county', 'test/plans/mountain-county/source.txt', true),
  set('provincial-education-speech', 'test/plans/provincial-education-speech/source.txt', true),
  set('provincial-industry-points', 'test/plans/provincial-industry-points/source.md', true),
  set('district-health-points', 'test/plans/district-health-points/source.docx', true),
  set('capital-report', 'test/plans/capital-report/source.txt', true),
  set('education-year-plan', 'test/plans/education-year-plan/source.txt', true),
  set('municipal-health-speech', 'test/plans/municipal-health-speech/source.txt', true),
  set('county-industry-points', 'test/plans/county-industry-points/source.docx', true),
  set('river-city', 'test/plans/river-city/source.txt', true),
  set('city-education-points', 'test/plans/city-education-points/source.docx', true),
  set('provincial-health-speech', 'test/plans/provincial-health-speech/source.txt', true),
  set('city-industry-plan', 'test/plans/city-industry-plan/source.md', true),
  set('city-government-report', 'test/plans/city-government-report/source.txt', true),
  set('seed-2', 'seeds/000_124d17cd5fdef790.txt', true),
  set('transport-2', 'test/plans/transport/source.md', true),
  set('county-report-2', 'test/plans/county-report/source.txt', true),
  set('county-education-plan', 'test/plans/county-education-plan/source.txt', true),
  set('city-health-points', 'test/plans/city-health-points/source.docx', true),
  set('provincial-industry-speech', 'test/plans/provincial-industry-speech/source.md', true),
  set('district-report', 'test/plans/district-report/source.txt', true),
  set('seed-3', 'seeds/000_124d17cd5fdef790.txt', true),
  set('transport-3', 'test/plans/transport/source.md', true),
  set('county-report-3', 'test/plans/county-report/source.txt', true),
  set('provincial-education-points', 'test/plans/provincial-education-points/source.md', true),
  set('county-health-summary', 'test/plans/county-health-summary/source.txt', true),
  set('county-industry-plan', 'test/plans/county-industry-plan/source.docx', true),
  set('western-prefecture', 'test/plans/western-prefecture/source.txt', true),
  set('seed-4', 'seeds/000_124d17cd5fdef790.txt', true),
  set('transport-4', 'test/plans/transport/source.md', true),
  set('county-report-4', 'test/plans/county-report/source.txt', true),
  set('municipal-education-speech', 'test/plans/municipal-education-speech/source.txt', true),
  set('district-health-plan', 'test/plans/district-health-plan/source.txt', true),
  set('coastal-city-report', 'test/plans/coastal-city-report/source.md', true),
  set('city-education-tasks', 'test/plans/city-education-tasks/source.docx', true),
  set('provincial-health-conference', 'test/plans/provincial-health-conference/source.txt', true),
  set('county-industry-investment', 'test/plans/county-industry-investment/source.md', true),
  set('river-port-report', 'test/plans/river-port-report/source.txt', true),
  set('county-education-summary', 'test/plans/county-education-summary/source.md', true),
  set('city-health-tasks', 'test/plans/city-health-tasks/source.docx', true),
  set('provincial-manufacturing-plan', 'test/plans/provincial-manufacturing-plan/source.txt', true),
  set('county-city-report', 'test/plans/county-city-report/source.txt', true),
  set('seed-5', 'seeds/000_124d17cd5fdef790.txt', true),
  set('seed-6', 'seeds/000_124d17cd5fdef790.txt', true),
  set('transport-5', 'test/plans/transport/source.md', true),
  set('transport-6', 'test/plans/transport/source.md', true),
  set('county-report-5', 'test/plans/county-report/source.txt', true),
  set('provincial-education-conference', 'test/plans/provincial-education-conference/source.txt', true),
  set('county-health-tasks', 'test/plans/county-health-tasks/source.md', true),
  set('city-industry-summary', 'test/plans/city-industry-summary/source.docx', true),
  set('large-city-report', 'test/plans/large-city-report/source.txt', true),
  set('district-education-points', 'test/plans/district-education-points/source.txt', true),
  set('county-level-city-report', 'test/plans/county-level-city-report/source.docx', true),
  set('seed-7', 'seeds/000_124d17cd5fdef790.txt', true),
  set('seed-8', 'seeds/000_124d17cd5fdef790.txt', true),
  set('transport-7', 'test/plans/transport/source.md', true),
  set('transport-8', 'test/plans/transport/source.md', true),
  set('county-report-6', 'test/plans/county-report/source.txt', true),
  set('provincial-health-meeting', 'test/plans/provincial-health-meeting/source.md', true),
  set('city-industry-points', 'test/plans/city-industry-points/source.docx', true),
  set('coastal-city-work-report', 'test/plans/coastal-city-work-report/source.txt', true),
  set('seed-9', 'seeds/000_124d17cd5fdef790.txt', true),
  set('county-report-7', 'test/plans/county-report/source.txt', true),
];

const strings = z.array(z.string()).optional();
const questionSchema = z.object({
  id: z.string(),
  type: z.string(),
  question: z.string(),
  history: strings,
  expect: z.object({
    status: z.enum(['answered', 'not_found']),
    figures: strings,
    phrases: strings,
    section: strings,
    sections: z.array(z.array(z.string())).optional(),
    period: z.enum(['target', 'achieved']).optional(),
    forbid: strings,
    forbidText: strings,
    anyOf: strings,
  }),
});
export type LabelledQuestion = z.infer<typeof questionSchema>;

export const readQuestions = ({ questionsFile }: PlanSet): LabelledQuestion[] =>
  readFileSync(questionsFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)));
