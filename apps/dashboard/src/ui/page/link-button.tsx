import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

type FromAnchor = Omit<ComponentProps<"a">, keyof ButtonProps>;

/** A link that looks like a button. Takes what a router's Link takes. */
export const LinkButton = createLink(function LinkButton(props: ButtonProps & FromAnchor) {
  return <Button component="a" {...props} />;
});

/** A link in a text, underlined: its colour alone does not tell it from the text. Takes what a router's Link takes. */
export const TextLink = createLink(function TextLink(
  props: AnchorProps & Omit<ComponentProps<"a">, keyof AnchorProps>,
) {
  return <Anchor inherit underline="always" {...props} />;
});
