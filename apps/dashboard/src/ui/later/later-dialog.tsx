import { type ComponentType, createElement } from "react";
import { later } from "./later";
import { useAsked } from "./use-asked";

/**
 * A dialog whose code is loaded when it is first opened.
 * `const NewKey = laterDialog(() => import("../parts/new-key"), "NewKey")`
 */
export function laterDialog<Props extends { opened: boolean }, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): ComponentType<Props> {
  const Dialog = later(load, name);
  return function LaterDialog(props: Props) {
    return useAsked(props.opened) ? createElement(Dialog, props) : null;
  };
}
