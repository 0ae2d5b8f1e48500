import { describe, expect, it } from "@jest/globals";
import { SettingsError, readSettings } from "./settings";

const read = (environment: NodeJS.ProcessEnv) => readSettings("/checkout", "/home", environment);

describe("readSettings", () => {
  it("chooses the sandbox, and its configuration set, when nothing is said", () => {
    expect(read({})).toMatchObject({ sesMode: "sandbox", configSet: "sendex" });
  });

  it("does not take AWS credentials for a wish to use AWS", () => {
    expect(read({ AWS_ACCESS_KEY_ID: "AKIA", AWS_REGION: "eu-west-1" }).sesMode).toBe("sandbox");
  });

  it("assumes no configuration set at AWS", () => {
    expect(read({ SES_MODE: "aws" })).not.toHaveProperty("configSet");
  });

  it("takes an empty variable for one that is not set", () => {
    expect(read({ PORT: "", DATABASE_URL: "", REDIS_URL: "", SES_MODE: "" })).toEqual(
      expect.not.objectContaining({ port: expect.anything(), databaseUrl: expect.anything() }),
    );
  });

  it("passes everything on but npm's own variables", () => {
    const { environment } = read({ RETRY_TIME_SCALE: "0.1", npm_lifecycle_event: "start", INIT_CWD: "/x" });
    expect(environment).toEqual({ RETRY_TIME_SCALE: "0.1" });
  });

  it.each([{ PORT: "http" }, { PORT: "70000" }, { PORT: "-1" }, { SES_MODE: "live" }])(
    "refuses %j",
    (environment) => {
      expect(() => read(environment)).toThrow(SettingsError);
    },
  );
});
