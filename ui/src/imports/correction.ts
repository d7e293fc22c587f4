/** What of a row a finding says that it cannot be read: the words of the button that corrects it. */
export function correctionOf(
  code: string,
): 'review-correct-date' | 'review-correct-amount' | 'review-correct-line' {
  if (/date/i.test(code)) return 'review-correct-date';
  return /amount/i.test(code) ? 'review-correct-amount' : 'review-correct-line';
}
