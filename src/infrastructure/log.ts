/** The log as the core sees it. What is written here never holds a secret. */

/** Lines for users (`window/logMessage`) and for developers (stderr). */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}
