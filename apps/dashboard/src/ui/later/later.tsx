import { type ComponentType, createElement, lazy, Suspense } from "react";

/**
 * A part whose code is loaded when it is first shown: dialogs, charts, editors. Shows nothing until it is there.
 * `const Sheet = later(() => import("./sheet"), "Sheet")`
 */
export function later<Props extends object, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): ComponentType<Props> {
  const Loaded = lazy(async () => {
    const Part: ComponentType<Props> = (await load())[name];
    return { default: (props: { given: Props }) => createElement(Part, props.given) };
  });
  return function Later(props: Props) {
    return (
      <Suspense>
        <Loaded given={props} />
      </Suspense>
    );
  };
}
