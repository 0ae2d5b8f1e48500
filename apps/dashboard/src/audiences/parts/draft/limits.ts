/** Source: packages/core/src/audiences/broadcast.ts; the API has the last word. */
export const MOST_NAME_CHARACTERS = 256;
export const LEAST_PER_HOUR = 60;
export const MOST_PER_HOUR = 10_000_000;
/** Source: packages/core/src/audiences/subject-test.ts */
export const LEAST_TEST_PERCENT = 10;
export const MOST_TEST_PERCENT = 100;
export const LEAST_TEST_HOURS = 1;
export const MOST_TEST_HOURS = 72;
