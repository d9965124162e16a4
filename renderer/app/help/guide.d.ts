declare module '*/huong-dan.md' {
  import type { GuideSection } from './guide-section.ts'
  /** The guide, and where each of its pictures is served from by the name that it has there. */
  export const sections: readonly GuideSection[]
  export const pictures: Readonly<Record<string, string>>
}
