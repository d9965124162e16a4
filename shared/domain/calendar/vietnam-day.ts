/** The ISO date that it was in Vietnam at an ISO time: UTC+7 all year, whatever offset the time was written with. */
export const vietnamDay = (time: string): string => new Date(Date.parse(time) + sevenHours).toISOString().slice(0, 10)

const sevenHours = 7 * 60 * 60 * 1000
