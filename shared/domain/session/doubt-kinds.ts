/** What is most likely a mistake, yet may be meant: it is asked, and where it is accepted, the log says so. */
export const doubtKinds = [
  'clock-behind',
  'before-held-on',
  'no-chair',
  'no-secretary',
  'rules-not-in-force',
  'founded-after-meeting',
  'dated-before-meeting',
  'dated-after-decision',
  'dated-before-cited',
  'dated-far-ahead',
  'cited-unnumbered',
  'sent-before',
  'ballots-missing',
  'template-without-tags',
  'due-past',
  'due-far',
] as const
export type DoubtKind = (typeof doubtKinds)[number]
