/**
 * What is stored of a message beside its content and goes with it, as further parts of a statement that has named
 * messages in `settled` (account_id, message_id): links that were followed, and what endpoints answered to webhooks,
 * which may be an echo of what they were sent. An event's id is hardly ever older than its message's, so most of the
 * past is not looked at.
 */
export const FORGET_TOLD = `
told AS (
  SELECT e.account_id, e.id, e.type, e.data FROM settled s JOIN events e ON e.account_id = s.account_id AND e.subject_id = s.message_id
    AND e.id >= 'evt_' || substr(s.message_id, 5, 5)
), unlinked AS (
  UPDATE events e SET data = jsonb_set(e.data, '{click,link}', '""') FROM told
  WHERE told.type = 'clicked' AND told.data #>> '{click,link}' <> '' AND e.account_id = told.account_id AND e.id = told.id
), unechoed AS (
  UPDATE delivery_attempts d SET response = NULL FROM told
  WHERE d.account_id = told.account_id AND d.event_id = told.id AND d.response IS NOT NULL
)`;

/** The same, and the subject. */
export const FORGET_SAID = `
silenced AS (
  UPDATE messages m SET subject = NULL FROM settled s
  WHERE m.account_id = s.account_id AND m.id = s.message_id AND m.subject IS NOT NULL
), ${FORGET_TOLD}`;
