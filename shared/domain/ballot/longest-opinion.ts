/** Characters of a member's opinion on a ballot: as many as the form's lines and a page's margin take. */
export const longestOpinion = 1000
