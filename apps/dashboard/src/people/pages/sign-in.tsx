import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "../../session/session";
import { later } from "../../ui/later/later";
import { TextLink } from "../../ui/page/link-button";
import { Card } from "../parts/card";
import { CredentialsForm } from "../parts/credentials-form";
import { Oidc } from "../parts/oidc";
import { OidcRefused } from "../parts/oidc-refused";
import { methodsQuery } from "../queries";

const SecondFactorForm = later(() => import("../parts/second-factor-form"), "SecondFactorForm");

export function SignInPage() {
  const { t } = useTranslation("people");
  const [step, setStep] = useState<"credentials" | "second-factor">("credentials");
  const { next = "/overview", error } = useSearch({ from: "/door/sign-in" });
  const session = useQuery(sessionQuery);
  const { data: methods } = useQuery(methodsQuery);
  if (session.data && !session.error) return <Enter next={next} />;
  if (step === "second-factor")
    return (
      <Card title={t("secondFactor.title")} lead={t("secondFactor.lead")}>
        <SecondFactorForm next={next} startAnew={() => setStep("credentials")} />
      </Card>
    );
  return (
    <Card title={t("signIn.title")} lead={t("signIn.lead")} foot={methods?.sign_up === "open" && <SignUp />}>
      <OidcRefused reason={error} />
      <CredentialsForm next={next} onSecondFactor={() => setStep("second-factor")} />
      {methods?.oidc && <Oidc name={methods.oidc.name} next={next} />}
    </Card>
  );
}

/** Somebody with a session goes on. */
function Enter({ next }: { next: string }) {
  const router = useRouter();
  useEffect(() => router.history.replace(next), [router, next]);
  return null;
}

function SignUp() {
  const { t } = useTranslation("people");
  return (
    <>
      {t("signIn.noAccount")} <TextLink to="/sign-up">{t("signUp.title")}</TextLink>
    </>
  );
}
