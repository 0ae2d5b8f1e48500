import type { htmlCompletionSourceWith } from "@codemirror/lang-html";

type Tags = NonNullable<Parameters<typeof htmlCompletionSourceWith>[0]["extraTags"]>;
type Attributes = Record<string, null | readonly string[]>;

const BOX: Attributes = { "css-class": null, padding: null, "background-color": null };
const WORDS: Attributes = {
  align: ["left", "center", "right", "justify"],
  color: null,
  "font-family": null,
  "font-size": null,
  "font-weight": null,
  "line-height": null,
};

const tag = (attrs: Attributes, children?: readonly string[]) => ({
  attrs: { ...BOX, ...attrs },
  globalAttrs: false,
  ...(children && { children }),
});

const IN_COLUMN = [
  ...["mj-text", "mj-button", "mj-image", "mj-divider", "mj-spacer", "mj-table", "mj-raw"],
  ...["mj-social", "mj-navbar", "mj-accordion", "mj-carousel"],
];
const IN_BODY = ["mj-section", "mj-wrapper", "mj-hero", "mj-raw"];

/** Components of MJML 4 that mrml knows, with what is used of their attributes (https://documentation.mjml.io). */
export const MJML_TAGS: Tags = {
  mjml: tag({ lang: null, dir: ["ltr", "rtl"] }, ["mj-head", "mj-body"]),
  "mj-head": tag({}, ["mj-title", "mj-preview", "mj-attributes", "mj-style", "mj-font", "mj-breakpoint"]),
  "mj-title": tag({}),
  "mj-preview": tag({}),
  "mj-attributes": tag({}),
  "mj-all": tag(WORDS),
  "mj-class": tag({ name: null, ...WORDS }),
  "mj-style": tag({}),
  "mj-font": tag({ name: null, href: null }),
  "mj-breakpoint": tag({ width: null }),
  "mj-body": tag({ width: null }, IN_BODY),
  "mj-wrapper": tag({ "full-width": ["full-width"] }, ["mj-section", "mj-hero", "mj-raw"]),
  "mj-section": tag({ "full-width": ["full-width"], "background-url": null, direction: ["ltr", "rtl"] }, [
    ...["mj-column", "mj-group", "mj-raw"],
  ]),
  "mj-group": tag({ width: null }, ["mj-column", "mj-raw"]),
  "mj-column": tag({ width: null, "vertical-align": ["top", "middle", "bottom"] }, IN_COLUMN),
  "mj-hero": tag({ mode: ["fixed-height", "fluid-height"], "background-url": null, height: null }, IN_COLUMN),
  "mj-text": tag(WORDS),
  "mj-button": tag({ href: null, "border-radius": null, "inner-padding": null, width: null, ...WORDS }),
  "mj-image": tag({ src: null, alt: null, href: null, width: null, align: ["left", "center", "right"] }),
  "mj-divider": tag({
    "border-color": null,
    "border-style": ["solid", "dashed", "dotted"],
    "border-width": null,
  }),
  "mj-spacer": tag({ height: null }),
  "mj-table": tag({ cellpadding: null, width: null, ...WORDS }),
  "mj-raw": tag({}),
  "mj-social": tag({ mode: ["horizontal", "vertical"], "icon-size": null, ...WORDS }, ["mj-social-element"]),
  "mj-social-element": tag({ name: null, href: null, src: null, ...WORDS }),
  "mj-navbar": tag({ "base-url": null, hamburger: ["hamburger"] }, ["mj-navbar-link"]),
  "mj-navbar-link": tag({ href: null, ...WORDS }),
  "mj-accordion": tag({ border: null }, ["mj-accordion-element"]),
  "mj-accordion-element": tag({}, ["mj-accordion-title", "mj-accordion-text"]),
  "mj-accordion-title": tag(WORDS),
  "mj-accordion-text": tag(WORDS),
  "mj-carousel": tag({ thumbnails: ["visible", "hidden"] }, ["mj-carousel-image"]),
  "mj-carousel-image": tag({ src: null, alt: null, href: null }),
};
