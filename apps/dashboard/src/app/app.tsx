import "@fontsource-variable/geist/wght.css";
import "@fontsource-variable/geist-mono/wght.css";
import "@mantine/core/styles.layer.css";
import "../ui/tokens.css";
import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { colorSchemeManager } from "../ui/color-scheme";
import { Confirmer } from "../ui/feedback/confirmer";
import { Toaster } from "../ui/feedback/toaster";
import { themeIn } from "../ui/theme";
import { shareStyleNonce, styleNonce } from "../ui/nonce";
import { router } from "./router";

shareStyleNonce();

export function App({ queries }: { queries: QueryClient }) {
  const { t } = useTranslation(["app", "ui"]);
  const theme = useMemo(() => themeIn(t("ui:close")), [t]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Confirmer />
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>
  );
}
