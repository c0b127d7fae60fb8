import { resolve } from 'node:path';
import { loadEnvFile } from './env-file';
import { type Environment, parseEnvironment, shareSettings } from './environment';
import { findDataDir } from './find-data-dir';

/**
 * Reads the settings from `.env` and the environment, once and for every part of the process. It must be
 * called first: a later change of the working folder then has no effect. Pages never import this file,
 * because a build would then include every file that it might read.
 * @throws WrongSetting when a value cannot be right.
 */
export function readSettings(): Environment {
  const workingFolder = process.cwd();
  loadEnvFile(workingFolder);
  const programFolder = resolve(workingFolder, process.env.BROADSIDE_FOLDER || '.');
  const settings = parseEnvironment(process.env, { workingFolder, programFolder, findDataDir });
  // Processes started by this one, from any folder, must read the same settings.
  process.env.DATA_DIR = settings.dataDir;
  process.env.BROADSIDE_FOLDER = programFolder;
  shareSettings(settings);
  return settings;
}
