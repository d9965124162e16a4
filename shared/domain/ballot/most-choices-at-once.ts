/** Choices that are sent and written at once: a sheet of points is a few of these. */
export const mostChoicesAtOnce = 100
