import { lazyRouteComponent } from "@tanstack/react-router";
import { loadTexts } from "../i18n/i18n";
import type { Chapter } from "../i18n/chapters";

/** A page that is loaded when it is first shown, together with its chapter's texts and those of shared parts. */
export function page<Module extends Record<string, unknown>, Name extends keyof Module>(
  chapter: Chapter,
  load: () => Promise<Module>,
  name: Name,
  shared: readonly Chapter[] = [],
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadTexts([chapter, ...shared])]);
    return module;
  }, name);
}
