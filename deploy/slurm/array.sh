#!/bin/bash
# One GPU a task: each begins when the queue has room for it, goes when it has to, and comes back. Task 0 drives.
#
#   sbatch deploy/slurm/array.sh ability=joke n=20000 renderer=sdxl llm=openai
#
# Before: `python -m synthgen fetch ...` where there is a network; a folder that all nodes see as the working folder; the
# environment activated (sbatch hands it on), and the key of the language model in it. To be changed: the resources below.
#SBATCH --job-name=synthgen
#SBATCH --array=0-31
#SBATCH --gpus=1
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
#SBATCH --open-mode=append
#SBATCH --output=synthgen-%A-%a.log
set -euo pipefail
export HF_HUB_OFFLINE=${HF_HUB_OFFLINE:-1}

trap 'kill -TERM %1 2>/dev/null || true' TERM
python -m synthgen "$@" &
code=0
wait %1 || code=$?
# the signal has ended the first wait, and not what it waited for
if [ "$code" = 143 ]; then
    code=0
    wait %1 || code=$?
fi
# 130: the time is up, and this rank has ended in good order. The task goes back into the queue, and goes on from there.
if [ "$code" = 130 ]; then
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
fi
exit "$code"
