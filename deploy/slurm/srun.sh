#!/bin/bash
# All ranks at once, as one job: they wait in the queue until there is room for all of them.
#
#   sbatch deploy/slurm/srun.sh ability=joke n=20000 renderer=sdxl llm=openai
#
# Before: `python -m synthgen fetch ...` where there is a network; a folder that all nodes see as the working folder; the
# environment activated (sbatch hands it on), and the key of the language model in it. To be changed: the resources below.
#SBATCH --job-name=synthgen
#SBATCH --ntasks=8
#SBATCH --gpus-per-task=1
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=4G
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --signal=TERM@60
#SBATCH --open-mode=append
#SBATCH --output=synthgen-%j.log
set -euo pipefail
export HF_HUB_OFFLINE=${HF_HUB_OFFLINE:-1}

code=0
srun python -m synthgen "$@" || code=$?
# 130: the time is up, and all ranks have ended in good order. The job goes back into the queue, and goes on from there.
if [ "$code" = 130 ]; then
    scontrol requeue "$SLURM_JOB_ID"
fi
exit "$code"
