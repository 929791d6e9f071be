/** The sets of samples: about an invented country; about a real matter, told in words of ours. */
export const SAMPLE_SETS = ['invented', 'retold'] as const
export type SampleSet = (typeof SAMPLE_SETS)[number]
