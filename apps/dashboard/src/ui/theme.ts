import { createTheme, type MantineColorsTuple } from "@mantine/core";
import classes from "./theme.module.css";

/** Neutrals with a trace of warmth; `ui/tokens.css` says what each is for. */
const gray: MantineColorsTuple = [
  ...(["#fafaf9", "#f4f4f2", "#ebebe8", "#e0dfdc", "#cfceca"] as const),
  ...(["#a3a29d", "#71706b", "#55544f", "#393834", "#1c1b19"] as const),
];
const dark: MantineColorsTuple = [
  ...(["#eeeeec", "#c9c8c4", "#a09f9b", "#77766f", "#46454a"] as const),
  ...(["#323136", "#232326", "#18181b", "#121214", "#0c0c0e"] as const),
];
/** Cobalt: the one colour that means "here you can act". */
const accent: MantineColorsTuple = [
  ...(["#eff3ff", "#dde5ff", "#b9c8ff", "#92a9ff", "#708bfc"] as const),
  ...(["#5473f5", "#3d5ce8", "#2f4bd0", "#2840ad", "#22368c"] as const),
];
/** What cannot be undone. White is read on its sixth shade, as on that of cobalt. */
const red: MantineColorsTuple = [
  ...(["#fff4f2", "#fee4e0", "#fdc9c2", "#fba79b", "#ff8a7d"] as const),
  ...(["#e5574a", "#c8322b", "#b42318", "#931b12", "#75150e"] as const),
];

/**
 * Small type, tight corners, quiet controls. Colours that depend on light and dark are in `ui/tokens.css`.
 * @param close the name, read aloud, of what closes a dialog
 */
export const themeIn = (close: string) =>
  createTheme({
    colors: { gray, dark, accent, red },
    primaryColor: "accent",
    primaryShade: 6,
    black: gray[9],
    autoContrast: true,
    fontFamily: '"Geist Variable", system-ui, "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", sans-serif',
    fontFamilyMonospace: '"Geist Mono Variable", ui-monospace, "SF Mono", Menlo, monospace',
    fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
    lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.35" },
    spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "40px" },
    radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
    defaultRadius: "sm",
    headings: { fontWeight: "600" },
    cursorType: "pointer",
    focusRing: "auto",
    respectReducedMotion: true,
    components: {
      ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "md" } },
      Button: { defaultProps: { size: "xs" }, classNames: { root: classes.button } },
      Drawer: { defaultProps: { closeButtonProps: { "aria-label": close } } },
      InputWrapper: { classNames: { label: classes.label, description: classes.description } },
      Input: { classNames: { input: classes.input } },
      Kbd: { classNames: { root: classes.kbd } },
      Menu: {
        defaultProps: { radius: "md", transitionProps: { duration: 80 } },
        classNames: { dropdown: classes.menu, item: classes.menuItem, label: classes.menuLabel },
      },
      Modal: {
        defaultProps: {
          ...{ radius: "lg", centered: true, overlayProps: { backgroundOpacity: 0.45 } },
          closeButtonProps: { "aria-label": close },
        },
        classNames: {
          content: classes.modal,
          header: classes.modalHeader,
          title: classes.modalTitle,
          body: classes.modalBody,
        },
      },
      NumberInput: { defaultProps: { size: "sm" } },
      PasswordInput: { defaultProps: { size: "sm" } },
      Popover: { defaultProps: { radius: "md" }, classNames: { dropdown: classes.popover } },
      SegmentedControl: {
        classNames: {
          root: classes.segments,
          label: classes.segmentLabel,
          indicator: classes.segmentIndicator,
          control: classes.segmentControl,
        },
      },
      // A list that opens by itself, in a dialog that begins with it, takes the first Escape for itself.
      Select: { defaultProps: { size: "sm", checkIconPosition: "right", openOnFocus: false } },
      TagsInput: { defaultProps: { size: "sm" } },
      Textarea: { defaultProps: { size: "sm" } },
      TextInput: { defaultProps: { size: "sm" } },
      Tooltip: { defaultProps: { openDelay: 250, radius: "sm" }, classNames: { tooltip: classes.tooltip } },
    },
  });
