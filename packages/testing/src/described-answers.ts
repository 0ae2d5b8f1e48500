import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import { isObject } from "@sendex/kit/loose";

/** For tests: checks what an API responded with against its OpenAPI document. */
export interface Contract {
  /** What an answer breaks, in a sentence; undefined where it is as described. */
  check(answer: GivenAnswer): string | undefined;
}

export interface GivenAnswer {
  method: string;
  /** With or without a query. */
  path: string;
  status: number;
  /** Parsed; undefined where it is no JSON. */
  body: unknown;
}

interface Operation {
  name: string;
  pattern: RegExp;
  /** Those with fewer parameters come first: `/emails/batch` before `/emails/{id}`. */
  parameters: number;
  pointer: string;
  responses: DescribedOperation["responses"];
}

/** An OpenAPI 3.1 document as it comes from JSON, as far as it is read here. */
interface Described {
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, Schema> };
}

interface DescribedOperation {
  responses: Record<string, { $ref: string } | { content: Content }>;
}

/** By media type. */
type Content = Record<string, { schema: Schema }>;

type Schema = Record<string, unknown>;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Of others the document says only what they are for. */
const FORMATS = {
  "date-time": TIME,
  uri: /^[a-z][a-z\d+.-]*:/i,
  email: /@/,
  uuid: true,
  hostname: true,
} as const;

const ERROR = "api#/components/schemas/ApiError";

/** @param document an OpenAPI 3.1 document; every object in it that says what it holds is taken to hold nothing else */
export function openContract(document: Described): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
  ajv.addSchema({ ...closed(document), $id: "api" });
  const operations = operationsOf(document);
  const validators = new Map<string, ValidateFunction>();
  const wrong = (pointer: string, body: unknown): string | undefined => {
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
    validators.set(pointer, validate);
    return validate(body) ? undefined : ajv.errorsText(validate.errors, { dataVar: "body" });
  };
  return {
    check(answer) {
      const method = answer.method.toLowerCase();
      const operation = findOperation(operations, method === "head" ? "get" : method, answer.path);
      const said = operation ? problem(operation, answer, wrong) : strangersProblem(answer, wrong);
      return said && `${answer.method.toUpperCase()} ${answer.path} answered ${answer.status}: ${said}`;
    },
  };
}

type Wrong = (pointer: string, body: unknown) => string | undefined;

function problem(
  operation: Operation,
  { method, status, body }: GivenAnswer,
  wrong: Wrong,
): string | undefined {
  const response = operation.responses[status];
  if (!response) return `the description does not list this status`;
  if (method.toLowerCase() === "head") return undefined;
  // A stream's text has tests of its own.
  if ("content" in response && !response.content["application/json"]) return undefined;
  const at = "$ref" in response ? `api${response.$ref}` : `${operation.pointer}/responses/${status}`;
  return wrong(`${at}/content/application~1json/schema`, body);
}

/** What no route took, or not by this method, is refused like everything else. */
function strangersProblem({ method, status, body }: GivenAnswer, wrong: Wrong): string | undefined {
  return status < 400 || method.toLowerCase() === "head" ? undefined : wrong(ERROR, body);
}

function operationsOf({ paths }: Described): Operation[] {
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => ({
        name: method,
        pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
        parameters: path.split("{").length,
        pointer: `api#/paths/${encodeURI(path.replaceAll("/", "~1"))}/${method}`,
        responses,
      })),
    )
    .sort((a, b) => a.parameters - b.parameters);
}

function findOperation(operations: Operation[], method: string, path: string): Operation | undefined {
  const plain = path.split("?")[0] ?? "";
  return operations.find(({ name, pattern }) => name === method && pattern.test(plain));
}

/**
 * A copy in which every object that names its properties has no others. Answers are described as open, so that they
 * can grow; a test wants to hear of what is answered and not described.
 */
function closed<T>(value: T): T {
  // What is copied has the shape of what it was copied from.
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const copied = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  const names = isObject(value["properties"]) && [value["type"]].flat().includes("object");
  return names && !("additionalProperties" in value) ? { ...copied, additionalProperties: false } : copied;
}
