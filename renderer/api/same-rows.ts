/**
 * The `select` of a list whose words are typed: the library holds what it selects against what stood there before, also where
 * that answered other words, so that rows which are the same are the same objects and are not drawn anew.
 */
export function sameRows<Answer>(answer: Answer): Answer {
  return answer
}
