import type { QueryAction, QueryContext } from "../ses/queryAction";
import type { QueryParams } from "../ses/queryParams";
import { Refusal } from "../ses/refusal";

/** https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html */
export const confirmSubscription: QueryAction = (context, params) => {
  checkTopic(context, params);
  const arn = context.topic.confirm(params.need("Token"));
  if (arn === null) throw new Refusal("InvalidParameter", "Invalid parameter: Token");
  return { SubscriptionArn: arn };
};

/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export const subscribe: QueryAction = (context, params) => {
  checkTopic(context, params);
  const endpoint = params.need("Endpoint");
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint)) {
    throw new Refusal("InvalidParameter", "Invalid parameter: Endpoint");
  }
  context.topic.subscribe(endpoint);
  return { SubscriptionArn: "pending confirmation" };
};

/** Accepted and without effect: the stand-in has one subscriber, replaced by Subscribe. */
export const unsubscribe: QueryAction = () => ({});

function checkTopic({ topicArn }: QueryContext, params: QueryParams): void {
  if (params.need("TopicArn") !== topicArn) throw new Refusal("NotFound", "Topic does not exist", 404);
}
