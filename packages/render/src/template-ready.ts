/** The template thread's first word. In a file of its own: who starts the thread need not load what runs in it. */
export const READY = "ready";
