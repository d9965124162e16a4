/** True while a member is one: to the end of the last day (ISO) that was said, where one was. */
export function isMemberOn({ retiredOn }: { readonly retiredOn: string | null }, day: string): boolean {
  return retiredOn === null || retiredOn >= day
}
