import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useAskedForPalette } from "./open";

const Commands = lazy(() => import("./commands"));

/** ⌘K. Its code is loaded when it is first asked for. */
export function Palette() {
  const [asked, setAsked] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) });
  useAskedForPalette(open);
  useHotkeys([["mod+K", () => (opened ? close() : open())]], [], true);
  return <Suspense>{asked && <Commands opened={opened} close={close} />}</Suspense>;
}
