/** So sure is an alert: one-sided, one in 740 draws at the limit itself is beyond it. */
const Z = 3;

/**
 * What a share is at least, by a sample: the lower end of Wilson's score interval, between 0 and 1. Of few mails it is far
 * below what was seen. Source: E. B. Wilson, Probable Inference (1927).
 */
export function lowerBound(affected: number, sent: number): number {
  if (sent <= 0 || affected <= 0) return 0;
  const share = Math.min(1, affected / sent);
  const z2 = (Z * Z) / sent;
  const middle = share + z2 / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / sent + z2 / (4 * sent));
  return Math.max(0, (middle - spread) / (1 + z2));
}
