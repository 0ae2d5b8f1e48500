import classes from "./logo.module.css";

export function Logo() {
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden>
        <rect width="32" height="32" rx="8" fill="var(--mantine-color-accent-6)" />
        <path d="M8.5 20.5 23.5 9l-3.6 14-4.9-5.4z" fill="#fff" />
        <path d="m15 17.6 8.5-8.6-10.4 7.2z" fill="#b9c8ff" />
      </svg>
      Sendex
    </span>
  );
}
