import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCurrent } from "../../session/current";
import { useKeys } from "../../ui/keys/use-keys";
import { later } from "../../ui/later/later";
import { placesOf } from "../navigation";
import { sheet } from "./open";

const Sheet = later(() => import("./sheet"), "Sheet");

/** The keys that work on every page, and the sheet that lists them. */
export function Shortcuts() {
  const navigate = useNavigate();
  const current = useCurrent();
  const { mode, choose } = current;
  const [asked, setAsked] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) });
  sheet.useHeard(open);
  const places = placesOf(current);
  useKeys({
    "?": open,
    "g m": () => choose({ mode: mode === "live" ? "test" : "live" }),
    ...Object.fromEntries(places.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });
  return asked && <Sheet opened={opened} close={close} places={places} />;
}
