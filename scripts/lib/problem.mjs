/**
 * Something a person can put right: a taken port, a full disk, an old Node.
 * Printed without a stack, as what is wrong and what to do.
 */
export class Problem extends Error {
  /**
   * @param {string} message what is wrong, Chinese first, then English
   * @param {string} [advice] what to do about it
   * @param {string} [details] the last lines of the program that failed
   */
  constructor(message, advice, details) {
    super(message);
    this.name = 'Problem';
    this.advice = advice;
    this.details = details;
  }
}

/**
 * The system's own code of an error, such as ENOENT.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  // Not instanceof Error: under Jest, errors of Node's own modules come from another realm.
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns the file system's refusals into sentences; everything else is returned as it is.
 * @param {unknown} error
 * @param {string} place the path that was being written
 * @returns {unknown}
 */
export function explainFileError(error, place) {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return new Problem(`磁盘已满，写不进 ${place}。Disk full: ${place}`, '请腾出至少 1 GB 空间后重试。Free at least 1 GB and try again.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Problem(
        `没有写入权限：${place}。No permission to write ${place}`,
        '请换一个可写的位置（例如 DATA_DIR=~/yuezheng-data npm start），或修正该目录的所有者。Choose a writable place or fix its owner.',
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new Problem(`这个位置不是目录：${place}。Not a directory: ${place}`, '请换一个 DATA_DIR。Choose another DATA_DIR.');
    default:
      return error;
  }
}
