/** Written by `npm run review:train`; not to be edited by hand. */
export const WEIGHTS: { bias: number; features: Record<string, number> } = { bias: 0, features: {} };
