/** The message holds what the bundlers said. */
export class BuildFailed extends Error {}
