/** What time it is: the one place that asks the machine. */
export type Clock = () => Date;

export const clock: Clock = () => new Date();
