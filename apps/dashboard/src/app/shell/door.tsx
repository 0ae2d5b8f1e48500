import { Outlet } from "@tanstack/react-router";
import { Logo } from "./logo";
import classes from "./door.module.css";

/** Around the pages of people who are not signed in. */
export function Door() {
  return (
    <div className={classes.door}>
      <header className={classes.top}>
        <Logo />
      </header>
      <main className={classes.middle}>
        <Outlet />
      </main>
    </div>
  );
}
