import { describe } from "@jest/globals";
import { useStack } from "../src/use-stack";
import { delivery } from "./themes/delivery";
import { observability } from "./themes/observability";
import { reports } from "./themes/reports";
import { schedules } from "./themes/schedule";
import { standing } from "./themes/standing";
import { suppressions } from "./themes/suppressions";
import { webhooks } from "./themes/webhooks";

/** What needs no crash and no outage shares one stack: starting five processes is most of such a test's time. */
const onStack = useStack();

describe("delivery", () => delivery(onStack));
describe("what SES reports", () => reports(onStack));
describe("suppressions", () => suppressions(onStack));
describe("schedules", () => schedules(onStack));
describe("webhooks", () => webhooks(onStack));
describe("an account's standing", () => standing(onStack));
describe("what operators see", () => observability(onStack));
