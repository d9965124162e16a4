type Sessions = {
  readonly get: (of: { sessionId: number }) => Promise<{ readonly members: readonly { readonly id: number }[] }>
  readonly setAttendance: (of: { sessionId: number; memberId: number; isPresent: boolean }) => Promise<void>
}

/** The whole council is there. */
export async function callRoll({ sessions }: { readonly sessions: Sessions }, sessionId: number): Promise<void> {
  const { members } = await sessions.get({ sessionId })
  for (const { id: memberId } of members) await sessions.setAttendance({ sessionId, memberId, isPresent: true })
}
