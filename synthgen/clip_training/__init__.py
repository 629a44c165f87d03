"""How the embedded CLIP is trained: on drawings that are made while it learns.

orders, facts, fresh   what it learns from: new drawings, hard to tell apart, and what is true of them
net, table             the model in torch, with the names of open_clip; the table of facts beside it
training               the loop
graphs                 the same model as ONNX
"""
