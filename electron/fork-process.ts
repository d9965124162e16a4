/** How a host starts a script in a process of its own. */
export type ForkProcess = (child: {
  /** Absolute path. */
  readonly script: string
  readonly args: readonly string[]
  /** Of memory, for what is not bytes. */
  readonly megabytes: number
  readonly onMessage: (message: unknown) => void
  /** Once, with how it ended and what it said last. */
  readonly onEnd: (why: string) => void
}) => {
  readonly post: (message: unknown) => void
  /** Whatever it is at. */
  readonly kill: () => void
  /** The program waits for it before it ends. */
  readonly ref: () => void
  readonly unref: () => void
}
