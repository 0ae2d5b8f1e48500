import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { later } from "../../ui/later/later";
import { palette } from "./open";

const Commands = later(() => import("./commands"), "Commands");

/** ⌘K. Its code is loaded when it is first asked for. */
export function Palette() {
  const [asked, setAsked] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) });
  palette.useHeard(open);
  useHotkeys([["mod+K", () => (opened ? close() : open())]], [], true);
  return asked && <Commands opened={opened} close={close} />;
}
