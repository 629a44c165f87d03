"""What all engines share: who holds which shard, who died on it, and what is done about that.

Foreman    hands shards out, takes them back, gives late ones to a second worker, replaces who hangs or dies
Fleet      the workers of one kind of engine: how they start, and how one hears of them
Hand       the driver's end of one worker
serve      the life of a worker, at the other end of a Line
"""
