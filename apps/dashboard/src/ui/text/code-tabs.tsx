import { Tabs } from "@mantine/core";
import { CodeBlock } from "./code-block";
import classes from "./code-tabs.module.css";

interface Props<Name extends string> {
  /** Of all of them, for those who hear it. */
  label: string;
  tabs: readonly { name: Name; title: string; code: string }[];
  shown: Name;
  show: (name: Name) => void;
  /** What is copied, for those who hear it. */
  what: string;
}

/** The same in several languages, one at a time. */
export function CodeTabs<Name extends string>({ label, tabs, shown, show, what }: Props<Name>) {
  const choose = (value: string | null) => show(tabs.find(({ name }) => name === value)?.name ?? shown);
  return (
    <Tabs value={shown} onChange={choose} variant="none" keepMounted={false}>
      <Tabs.List aria-label={label} className={classes.list}>
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name} className={classes.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, code }) => (
        <Tabs.Panel key={name} value={name}>
          <CodeBlock code={code} what={what} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
